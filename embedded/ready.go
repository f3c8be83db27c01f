package embedded

import (
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// CheckJava finds the Java virtual machine that the embedded database would run on, and says which it is. Its error says what to install.
func CheckJava(ctx context.Context) (found string, err error) {
	java, err := findJava(ctx, "")
	if err != nil {
		return "", err
	}
	first, _, _ := strings.Cut(strings.TrimSpace(java.version), "\n")
	return fmt.Sprintf("%s at %s", first, java.path), nil
}

// CheckJars says whether Neo4j has been fetched, or can be: by Maven, whose absence is the error.
func CheckJars() (found string, err error) {
	caches, err := os.UserCacheDir()
	if err != nil {
		return "", fmt.Errorf("There is no folder to keep the jars of the embedded database in (%w): set HOME or XDG_CACHE_HOME.", err)
	}
	if exists(filepath.Join(jarsFolder(filepath.Join(caches, "partnernet")), "lib")) {
		return fmt.Sprintf("Neo4j %s has been fetched, so that Maven is not needed", Version()), nil
	}
	maven, err := lookUpMaven("")
	return fmt.Sprintf("%s, which fetches Neo4j %s at the first start", maven, Version()), err
}

// jarsFolder gives where Neo4j is kept in a cache.
func jarsFolder(cache string) string {
	hash := sha256.Sum256(pom)
	return filepath.Join(cache, fmt.Sprintf("neo4j-%s-%x", Version(), hash[:6]))
}
