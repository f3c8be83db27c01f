// Package embedded runs a real Neo4j Community server as a child process over a folder of data, and shares it with other processes.
package embedded

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// username is the only user of a Neo4j Community server that nobody has added users to.
const username = "neo4j"

// pollInterval is how often is looked at what cannot be waited for: a port, or a file of another process.
const pollInterval = 50 * time.Millisecond

// Config says what database is run, and how. Only Folder is required.
type Config struct {
	Folder       string        // holds the database, its password and its logs; made, for this user only, when it is missing
	Cache        string        // holds what can be fetched or made again: jars and class-data archives. Default: "partnernet" in the user's cache folder
	HeapMiB      int           // most heap the database may use, in MiB. Default: 2048: 10 000 rows of a list in one transaction need half of it
	PageCacheMiB int           // memory for pages of the database's files, in MiB. Default: 256
	Disposable   bool          // for data that nobody keeps: far less disk, but a disk that fills up may spoil the database
	JVMOptions   []string      // further options of the Java virtual machine
	Settings     []string      // further settings of Neo4j, each as name=value
	Java         string        // the java program. Default: the one in JAVA_HOME, else the one on the PATH
	Maven        string        // the mvn program, needed only while the jars are not in the cache. Default: the one on the PATH
	StartTimeout time.Duration // longest wait for a started database to answer. Default: 2 minutes, for it may have to recover first
	StopTimeout  time.Duration // longest wait for a database to end by itself before it is killed. Default: 30 seconds
	Progress     io.Writer     // is told, on a line, that the jars are being fetched. Default: nobody is
	Log          *slog.Logger  // Default: slog.Default()
}

// withDefaults fills in what c leaves open and makes its folders absolute.
func (c Config) withDefaults() (Config, error) {
	if c.Folder == "" {
		return c, errors.New("The embedded database needs a folder for its data, and none was given.")
	}
	if c.Cache == "" {
		caches, err := os.UserCacheDir()
		if err != nil {
			return c, fmt.Errorf("There is no folder to keep the jars of the embedded database in (%w): set HOME or XDG_CACHE_HOME.", err)
		}
		c.Cache = filepath.Join(caches, "partnernet")
	}
	for _, folder := range []*string{&c.Folder, &c.Cache} {
		absolute, err := makeFolder(*folder)
		if err != nil {
			return c, err
		}
		*folder = absolute
	}
	c.HeapMiB = cmp.Or(c.HeapMiB, 2048)
	c.PageCacheMiB = cmp.Or(c.PageCacheMiB, 256)
	c.StartTimeout = cmp.Or(c.StartTimeout, 2*time.Minute)
	c.StopTimeout = cmp.Or(c.StopTimeout, 30*time.Second)
	c.Log = cmp.Or(c.Log, slog.Default())
	if c.Progress == nil {
		c.Progress = io.Discard
	}
	return c, nil
}

// Server is a running database: one that this process started and keeps running, or one of another process that this one shares.
type Server struct {
	address  string // host:port of Bolt
	password string
	driver   neo4j.DriverWithContext
	watch    *watch // nil when the database was this process's from the beginning

	mu     sync.Mutex
	keeper *keeper // nil when the database is another process's
}

// Open gives the database kept in c.Folder, once it answers: it starts it, or shares it when another process has started it or is starting it.
// The first start on a machine fetches Neo4j with Maven. An error is a sentence that says what is missing and what to do.
func Open(ctx context.Context, c Config) (*Server, error) {
	c, err := c.withDefaults()
	if err != nil {
		return nil, err
	}
	claim, guest, err := claimFolder(ctx, c)
	if err != nil {
		return nil, err
	}
	if guest != nil {
		guest.watchOwner(c)
		return guest, nil
	}
	keeper, err := startOwned(ctx, c, claim)
	if err != nil {
		return nil, errors.Join(err, claim.release())
	}
	return &Server{address: keeper.address, password: keeper.password, driver: keeper.driver, keeper: keeper}, nil
}

// startOwned starts the database in a folder that this process has claimed.
func startOwned(ctx context.Context, c Config, claim *claim) (*keeper, error) {
	if err := errors.Join(claim.endStale(ctx), claim.home.unfinished()); err != nil {
		return nil, err
	}
	program, err := c.program(ctx)
	if err != nil {
		return nil, err
	}
	password, err := program.password(ctx)
	if err != nil {
		return nil, err
	}
	keeper := &keeper{config: c, program: program, claim: claim, archive: newArchive(program.jars, program.java), password: password}
	return keeper, keeper.open(ctx)
}

// URI gives the address to open the database at, for a Neo4j driver.
func (s *Server) URI() string { return boltURI(s.address) }

// Username gives the user to open the database as.
func (s *Server) Username() string { return username }

// Password gives the password of that user.
func (s *Server) Password() string { return s.password }

// Shared tells whether the database is another process's. When that process ends, the database ends with it, and this one starts it again.
func (s *Server) Shared() bool { return s.own() == nil }

// own gives what keeps the database running, nil when that is another process.
func (s *Server) own() *keeper {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.keeper
}

// Ready gives nil when the database answers now, else a sentence that says why it does not.
func (s *Server) Ready(ctx context.Context) error {
	if keeper := s.own(); keeper != nil {
		if err := keeper.trouble(); err != nil {
			return err
		}
	}
	if err := s.driver.VerifyConnectivity(ctx); err != nil {
		return fmt.Errorf("The database does not answer at %s (%w).", s.address, err)
	}
	return nil
}

// Close ends the use of the database: one that this process started is stopped, one of another process goes on.
func (s *Server) Close() error {
	if s.watch == nil {
		return s.keeper.close()
	}
	s.watch.end()
	err := s.driver.Close(context.Background())
	if keeper := s.own(); keeper != nil {
		err = errors.Join(err, keeper.close())
	}
	return err
}

// claimed claims the folder of a database that no process has open, and gives the whole configuration. Where one has, it is the error that is given, of the folder.
func (c Config) claimed(open string) (Config, *claim, error) {
	c, err := c.withDefaults()
	if err != nil {
		return c, nil, err
	}
	claimed, err := tryClaim(c)
	if err == nil && claimed == nil {
		err = fmt.Errorf(open, c.Folder)
	}
	return c, claimed, err
}

// Discard removes the database kept in a folder, after ending what a killed process may have left running over it.
// It is an error when a process has the database open.
func Discard(ctx context.Context, folder string) error {
	c, claim, err := Config{Folder: folder}.claimed("The database in %s cannot be removed: a process has it open.")
	if err != nil {
		return err
	}
	if err := errors.Join(claim.endStale(ctx), claim.release()); err != nil {
		return err
	}
	return os.RemoveAll(c.Folder)
}

func boltURI(address string) string { return "bolt://" + address }

// connect opens a driver for asking whether the database answers; nothing is sent yet.
func connect(address, password string) (neo4j.DriverWithContext, error) {
	return neo4j.NewDriverWithContext(boltURI(address), neo4j.BasicAuth(username, password, ""))
}
