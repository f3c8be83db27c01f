package commands

import (
	"context"

	"partnernet/registry"
)

func updateArea(ctx context.Context, w *work) error {
	s, err := w.correct(ctx, "Area", "area")
	if err != nil || !s.becomes("parts") {
		return err
	}
	rows, err := w.read(ctx, `
MATCH (part:Area)-[:HAS_PART]->*(inner:Area)
WHERE part.id IN $parts
RETURN DISTINCT {id: inner.id} AS row`, map[string]any{"parts": s.leads["parts"]})
	if err != nil {
		return err
	}
	parts := s.leads["parts"]
	for _, row := range rows {
		parts = append(parts, textOf(row["id"]))
	}
	return within("parts", registry.CheckParts(s.ID, parts))
}
