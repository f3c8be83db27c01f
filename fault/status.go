package fault

import (
	"net/http"
	"time"
)

// StatusOf gives the status of HTTP that an error is answered with.
func StatusOf(err error) int { return CodeOf(err).Status(WaitOf(err)) }

// Status gives the status of HTTP that a code stands for. wait is after how long the same request may do, 0 where that does not help.
func (c Code) Status(wait time.Duration) int {
	switch c {
	case NotFound:
		return http.StatusNotFound
	case Conflict:
		return http.StatusConflict
	case Unauthenticated:
		return http.StatusUnauthorized
	case Forbidden:
		return http.StatusForbidden
	case Unavailable:
		return http.StatusServiceUnavailable
	case Internal:
		return http.StatusInternalServerError
	case TooCostly:
		if wait > 0 { // not this request is too much, but so many
			return http.StatusTooManyRequests
		}
	}
	return http.StatusBadRequest
}
