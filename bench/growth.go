package main

import (
	"cmp"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/template"
	"time"
)

// waits are what a client waited for answers of the registry, in milliseconds by operation, in a registry of one scale.
type waits struct {
	Scale int                `json:"scale"`
	P50   map[string]float64 `json:"p50"`
}

// growth keeps what the registry took in this run, beside what it took in others and of other scales, and draws how that grows.
func (t *table) growth(folder string, scale int, operations []operation, out io.Writer) error {
	runs, err := readWaits(folder)
	if err != nil {
		return err
	}
	at := slices.IndexFunc(runs, func(run waits) bool { return run.Scale == scale })
	if at < 0 {
		runs, at = append(runs, waits{scale, map[string]float64{}}), len(runs)
	}
	for _, o := range operations {
		runs[at].P50[o.name] = math.Round(median(t.samples[[2]string{o.name, asRegistry}], p50)/float64(10*time.Microsecond)) / 100
	}
	if err := keep(folder, runs[at]); err != nil {
		return err
	}
	slices.SortFunc(runs, func(a, b waits) int { return cmp.Compare(a.Scale, b.Scale) })
	printGrowth(out, runs)
	file, err := os.Create(filepath.Join(folder, "growth.svg"))
	if err != nil {
		return err
	}
	return errors.Join(drawGrowth(file, runs), file.Close())
}

// keep writes what was measured in a registry of one scale.
func keep(folder string, run waits) error {
	text, err := json.MarshalIndent(run, "", "  ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, fmt.Sprintf("scale-%d.json", run.Scale)), append(text, '\n'), 0o644)
}

// readWaits reads what is kept of all scales.
func readWaits(folder string) ([]waits, error) {
	files, err := filepath.Glob(filepath.Join(folder, "scale-*.json"))
	if err != nil {
		return nil, err
	}
	runs := make([]waits, len(files))
	for i, file := range files {
		text, err := os.ReadFile(file)
		if err == nil {
			err = json.Unmarshal(text, &runs[i])
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
	}
	return runs, nil
}

// printGrowth writes the table: what each operation takes at each scale, and how many times that of the smallest the largest is.
func printGrowth(out io.Writer, runs []waits) {
	head, line := "\n| operation, p50 |", "|---|"
	for _, run := range runs {
		head, line = head+fmt.Sprintf(" scale %d |", run.Scale), line+"--:|"
	}
	fmt.Fprintln(out, head+" × |\n"+line+"--:|")
	for _, name := range order {
		fmt.Fprintf(out, "| %s |", name)
		for _, run := range runs {
			fmt.Fprint(out, known(run.P50[name], " %.2f ms |"))
		}
		fmt.Fprintln(out, known(runs[len(runs)-1].P50[name]/runs[0].P50[name], " %.2f |"))
	}
}

// known writes a figure, or nothing in its place when it was not measured.
func known(figure float64, format string) string {
	if figure == 0 || math.IsNaN(figure) || math.IsInf(figure, 0) {
		return "  |"
	}
	return fmt.Sprintf(format, figure)
}

//go:embed growth.svg.tmpl
var growthPicture string

// The measures of the picture, in pixels of its own. Both axes are logarithmic: what grows as the register does is a line like the one that is dashed.
const (
	pictureLeft, pictureTop     = 60.0, 20.0
	pictureWidth, pictureHeight = 420.0, 360.0
	leastScale, mostScale       = 1.0, 100.0
	leastWait, mostWait         = 0.1, 10_000.0 // milliseconds; the last is what a statement may take
	labelHeight                 = 13.0
)

// across and down place a scale and a wait in the picture.
func across(scale float64) float64 {
	return pictureLeft + pictureWidth*math.Log(scale/leastScale)/math.Log(mostScale/leastScale)
}

func down(wait float64) float64 {
	return pictureTop + pictureHeight*math.Log(mostWait/wait)/math.Log(mostWait/leastWait)
}

// curve is one operation in the picture: its points, and where its name stands beside the last of them.
type curve struct {
	Name       string
	Points     string
	Right, End float64
	Label      float64
}

// drawGrowth draws what each operation takes by the size of the registry.
func drawGrowth(out io.Writer, runs []waits) error {
	var curves []curve
	for _, name := range order {
		c := curve{Name: name}
		for _, run := range runs {
			if wait := run.P50[name]; wait > 0 {
				c.Right, c.End = across(float64(run.Scale)), down(wait)
				c.Points += fmt.Sprintf("%.0f,%.0f ", c.Right, c.End)
			}
		}
		if c.Points = strings.TrimSpace(c.Points); c.Points != "" {
			curves = append(curves, c)
		}
	}
	slices.SortFunc(curves, func(a, b curve) int { return cmp.Compare(a.End, b.End) })
	for i := range curves { // no name upon another
		curves[i].Label = curves[i].End + 4
		if i > 0 {
			curves[i].Label = max(curves[i].Label, curves[i-1].Label+labelHeight)
		}
	}
	picture, err := template.New("growth").Funcs(template.FuncMap{"across": across, "down": down}).Parse(growthPicture)
	if err != nil {
		return err
	}
	return picture.Execute(out, map[string]any{"Curves": curves, "Scales": []float64{1, 10, 100}, "Waits": []float64{0.1, 1, 10, 100, 1000, 10000}})
}
