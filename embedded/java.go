package embedded

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
)

// oldestJava is the first version of Java that this Neo4j runs on.
const oldestJava = 17

// What to do when something is missing, on each system.
const (
	javaRemedy = "install one with `sudo apt install openjdk-17-jre-headless` (Debian, Ubuntu), `brew install --cask temurin` (macOS) or " +
		"`winget install EclipseAdoptium.Temurin.21.JRE` (Windows), " + elseExternal
	mavenRemedy = "install it with `sudo apt install maven` (Debian, Ubuntu), `brew install maven` (macOS) or " +
		"`scoop install maven` (Windows), " + elseExternal
	elseExternal = "or set NEO4J_URI to use a Neo4j that already runs."
)

// java is a Java virtual machine that is new enough.
type java struct {
	path    string
	version string // all that it says of itself: another build does not say the same
}

// findJava finds the Java virtual machine to use and asks it for its version.
func findJava(ctx context.Context, path string) (java, error) {
	path, err := lookUpJava(path)
	if err != nil {
		return java{}, fmt.Errorf("The embedded database needs Java %d or later, and none was found (%w): %s", oldestJava, err, javaRemedy)
	}
	output, err := exec.CommandContext(ctx, path, "-version").CombinedOutput()
	if ctx.Err() != nil {
		return java{}, ctx.Err()
	}
	if err != nil { // macOS has a java that only says that there is none
		return java{}, fmt.Errorf("The embedded database needs Java %d or later, and %s does not run (%w): %s", oldestJava, path, err, javaRemedy)
	}
	if version := majorVersion(string(output)); version < oldestJava {
		return java{}, fmt.Errorf("The embedded database needs Java %d or later, and %s is Java %d: %s", oldestJava, path, version, javaRemedy)
	}
	return java{path: path, version: string(output)}, nil
}

// lookUpJava gives the path of the program: the one asked for, else JAVA_HOME's, else the first on the PATH.
func lookUpJava(path string) (string, error) {
	if path != "" {
		return exec.LookPath(path)
	}
	if folder := os.Getenv("JAVA_HOME"); folder != "" {
		return exec.LookPath(filepath.Join(folder, "bin", "java"))
	}
	return exec.LookPath("java")
}

var versionText = regexp.MustCompile(`version "(?:1\.)?(\d+)`)

// majorVersion reads 17 out of `openjdk version "17.0.15"` and 8 out of `java version "1.8.0_392"`; 0 when there is nothing of the kind.
func majorVersion(output string) int {
	found := versionText.FindStringSubmatch(output)
	if found == nil {
		return 0
	}
	version, err := strconv.Atoi(found[1])
	if err != nil {
		return 0
	}
	return version
}
