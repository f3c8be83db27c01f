//go:build unix

package testdb

import "syscall"

// detached lets a keeper go on where a Ctrl-C in the terminal ends the tests that started it: others may be using its database.
func detached() *syscall.SysProcAttr { return &syscall.SysProcAttr{Setsid: true} }
