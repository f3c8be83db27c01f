package store_test

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"io"
	"net"
	"sync"
	"sync/atomic"
	"testing"
)

// cluster is three Bolt endpoints in front of one database, of which one leads. Each says where to route to, as members of a cluster do, and refuses writes
// while another leads. All else it passes on, so that the data is that of a real Neo4j.
type cluster struct {
	members [3]*member
	leader  atomic.Int32
	refused atomic.Int32 // writes that came to a member that does not lead
}

// member is one of the endpoints.
type member struct {
	*cluster
	number int32
	target string

	mu       sync.Mutex
	listener net.Listener
	conns    []net.Conn
	lastRead []byte // the last message by which something was read
}

func newCluster(t *testing.T, target string) *cluster {
	t.Helper()
	c := &cluster{}
	for i := range c.members {
		m := &member{cluster: c, number: int32(i), target: target}
		c.members[i] = m
		m.start(t, "127.0.0.1:0")
		t.Cleanup(m.stop)
	}
	return c
}

func (m *member) start(t *testing.T, address string) {
	t.Helper()
	listener, err := net.Listen("tcp", address)
	must(t, err)
	m.mu.Lock()
	defer m.mu.Unlock()
	m.listener = listener
	go m.accept(listener)
}

// stop ends every connection and takes no new ones.
func (m *member) stop() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.listener.Close()
	for _, c := range m.conns {
		c.Close()
	}
	m.conns = nil
}

func (m *member) address() string {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.listener.Addr().String()
}

// wasReadBehind says whether what was read here last was read behind a bookmark.
func (m *member) wasReadBehind(bookmark string) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	return bytes.Contains(m.lastRead, []byte(bookmark))
}

func (m *member) accept(listener net.Listener) {
	for {
		client, err := listener.Accept()
		if err != nil {
			return
		}
		server, err := net.Dial("tcp", m.target)
		if err != nil {
			client.Close()
			continue
		}
		m.mu.Lock()
		m.conns = append(m.conns, client, server)
		m.mu.Unlock()
		go (&boltConn{member: m, client: client, server: server, idle: make(chan struct{}, 1)}).serve()
	}
}

// Tags of Bolt's messages.
const (
	boltGoodbye  = 0x02
	boltReset    = 0x0F
	boltRun      = 0x10
	boltBegin    = 0x11
	boltCommit   = 0x12
	boltRollback = 0x13
	boltRoute    = 0x66
	boltSuccess  = 0x70
	boltIgnored  = 0x7E
	boltFailure  = 0x7F
)

// boltConn is a connection of a client to the database, through a member.
type boltConn struct {
	*member
	client, server net.Conn
	waiting        atomic.Int32  // requests that were passed on and are not answered yet
	idle           chan struct{} // told when the last of them is

	within, reads, failed bool // a transaction; one that only reads; something was refused, and all is ignored until a reset
}

func (b *boltConn) serve() {
	defer b.client.Close()
	defer b.server.Close()
	// Of the versions of Bolt, 5.4 is the last whose failures are just a code and a message.
	hello := make([]byte, 20)
	if _, err := io.ReadFull(b.client, hello); err != nil {
		return
	}
	copy(hello[4:], make([]byte, 16))
	copy(hello[4:], []byte{0, 0, 4, 5})
	if _, err := b.server.Write(hello); err != nil {
		return
	}
	go b.answers()
	for requests := bufio.NewReader(b.client); ; {
		raw, body, err := readBolt(requests)
		if err != nil || b.request(raw, body) != nil {
			return
		}
	}
}

// request answers a message of the client, or passes it on.
func (b *boltConn) request(raw, body []byte) error {
	if len(body) < 2 {
		return nil // it keeps the connection alive
	}
	tag, onlyReads := body[1], bytes.Contains(body, []byte("\x84mode\x81r"))
	if b.failed && tag != boltReset && tag != boltGoodbye {
		return b.reply([]byte{0xB0, boltIgnored})
	}
	alone := tag == boltRun && !b.within
	if (alone || tag == boltBegin) && onlyReads {
		b.mu.Lock()
		b.lastRead = body
		b.mu.Unlock()
	}
	writes := (alone || tag == boltBegin) && !onlyReads || tag == boltCommit && !b.reads
	switch {
	case tag == boltRoute:
		return b.reply(b.routes())
	case writes && b.leader.Load() != b.number:
		b.refused.Add(1)
		b.failed = true
		return b.reply(append([]byte{0xB1, boltFailure, 0xA2}, packed("code", "Neo.ClientError.Cluster.NotALeader", "message", "Another member leads.")...))
	case tag == boltBegin:
		b.within, b.reads = true, onlyReads
	case tag == boltCommit, tag == boltRollback:
		b.within = false
	case tag == boltReset:
		b.within, b.failed = false, false
	}
	if tag != boltGoodbye {
		b.waiting.Add(1)
	}
	_, err := b.server.Write(raw)
	return err
}

// reply answers in the database's stead, once that has answered all before.
func (b *boltConn) reply(body []byte) error {
	for b.waiting.Load() > 0 {
		<-b.idle
	}
	message := append(binary.BigEndian.AppendUint16(nil, uint16(len(body))), body...)
	_, err := b.client.Write(append(message, 0, 0))
	return err
}

// answers passes on what the database answers.
func (b *boltConn) answers() {
	defer b.client.Close()
	defer close(b.idle)
	version := make([]byte, 4)
	if _, err := io.ReadFull(b.server, version); err != nil {
		return
	}
	if _, err := b.client.Write(version); err != nil {
		return
	}
	for answers := bufio.NewReader(b.server); ; {
		raw, body, err := readBolt(answers)
		if err != nil {
			b.waiting.Store(0) // so that nobody waits for it
			return
		}
		if _, err := b.client.Write(raw); err != nil {
			b.waiting.Store(0)
			return
		}
		if len(body) > 1 && (body[1] == boltSuccess || body[1] == boltIgnored || body[1] == boltFailure) && b.waiting.Add(-1) == 0 {
			select {
			case b.idle <- struct{}{}:
			default:
			}
		}
	}
}

// readBolt reads a message: as it came, in chunks, and as it is.
func readBolt(r io.Reader) (raw, body []byte, err error) {
	for {
		size := make([]byte, 2)
		if _, err := io.ReadFull(r, size); err != nil {
			return nil, nil, err
		}
		raw = append(raw, size...)
		length := int(binary.BigEndian.Uint16(size))
		if length == 0 {
			return raw, body, nil
		}
		chunk := make([]byte, length)
		if _, err := io.ReadFull(r, chunk); err != nil {
			return nil, nil, err
		}
		raw, body = append(raw, chunk...), append(body, chunk...)
	}
}

// routes gives the answer that says who leads: SUCCESS {rt: {ttl: 100, db: "neo4j", servers: […]}}.
func (c *cluster) routes() []byte {
	var others, all []string
	leader := c.members[c.leader.Load()].address()
	for _, m := range c.members {
		all = append(all, m.address())
		if m.address() != leader {
			others = append(others, m.address())
		}
	}
	answer := append([]byte{0xB1, boltSuccess, 0xA1}, packed("rt")...)
	answer = append(answer, 0xA3)
	answer = append(append(answer, packed("ttl")...), 100)
	answer = append(answer, packed("db", "neo4j", "servers")...)
	answer = append(answer, 0x93)
	for _, role := range []struct {
		name      string
		addresses []string
	}{{"WRITE", []string{leader}}, {"READ", others}, {"ROUTE", all}} {
		answer = append(answer, 0xA2)
		answer = append(answer, packed("role", role.name, "addresses")...)
		answer = append(append(answer, 0x90+byte(len(role.addresses))), packed(role.addresses...)...)
	}
	return answer
}

// packed gives texts of up to 255 bytes as they travel.
func packed(texts ...string) (all []byte) {
	for _, text := range texts {
		if len(text) < 16 {
			all = append(all, 0x80+byte(len(text)))
		} else {
			all = append(all, 0xD0, byte(len(text)))
		}
		all = append(all, text...)
	}
	return all
}
