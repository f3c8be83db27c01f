package ledger

import "context"

// Run runs a statement and gives its rows by column name: in a page's transaction as Page.Run does, or beside all who write.
type Run func(ctx context.Context, text string, params map[string]any) ([]map[string]any, error)
