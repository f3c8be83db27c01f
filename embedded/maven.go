package embedded

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"os/exec"
	"path/filepath"
	"time"
)

// maven is the path of the mvn program.
type maven string

func lookUpMaven(path string) (maven, error) {
	path, err := exec.LookPath(cmp.Or(path, "mvn"))
	if err != nil {
		return "", fmt.Errorf("The first start fetches Neo4j with Maven, and it was not found (%w): %s", err, mavenRemedy)
	}
	return maven(path), nil
}

// copyJars fetches what the pom in folder names into the folder lib beside it.
func (m maven) copyJars(ctx context.Context, folder string, progress io.Writer) error {
	cmd := exec.CommandContext(ctx, string(m), "-B", "-Dstyle.color=never", "-f", filepath.Join(folder, "pom.xml"),
		"-DoutputDirectory="+filepath.Join(folder, "lib"), "dependency:copy-dependencies")
	cmd.Cancel = func() error { return askToEnd(cmd.Process) }
	cmd.WaitDelay = 5 * time.Second // then it is killed
	output, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	cmd.Stderr = cmd.Stdout
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("Maven does not run (%w): %s", err, mavenRemedy)
	}
	failures := follow(output, progress)
	if err := cmd.Wait(); err != nil {
		if ctx.Err() != nil {
			return fmt.Errorf("Fetching Neo4j was interrupted, and goes on at the next start (%w).", ctx.Err())
		}
		return fmt.Errorf("Maven could not fetch Neo4j %s (%w): check the network, or the proxy in Maven's settings, and start again; "+
			"what was fetched is kept. Maven says:\n%s", Version(), err, failures)
	}
	return nil
}
