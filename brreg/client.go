package brreg

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/cenkalti/backoff/v5"
	"golang.org/x/time/rate"

	"partnernet/fault"
)

// DefaultAddress is where the register answers.
const DefaultAddress = "https://data.brreg.no/enhetsregisteret/api"

const (
	unitsAtOnce   = 100 // that are asked for in one request
	updatesAtOnce = 1_000
	perSecond     = 5 // requests
	tries         = 5 // of a request that the register cannot answer now
	answerTime    = 30 * time.Second
	longestAnswer = 32 << 20 // bytes
)

// Client asks the register's API. It never asks more than five times a second, and asks again in a while what cannot be answered now.
type Client struct {
	// Address is where the API answers.
	Address string
	// Pause is how long to wait before the first try again; twice as long before the next. 0 is a second.
	Pause time.Duration

	http  *http.Client
	turns *rate.Limiter
}

// NewClient makes a client of the API at an address.
func NewClient(address string) *Client {
	return &Client{Address: strings.TrimSuffix(address, "/"), http: &http.Client{Timeout: answerTime}, turns: rate.NewLimiter(perSecond, 1)}
}

// units gives the units of these numbers that the register has, in any order.
func (c *Client) units(ctx context.Context, numbers []string) ([]Unit, error) {
	var page struct {
		Embedded struct {
			Units []Unit `json:"enheter"`
		} `json:"_embedded"`
	}
	_, err := c.get(ctx, "/enheter", url.Values{"organisasjonsnummer": {strings.Join(numbers, ",")}, "size": {strconv.Itoa(len(numbers))}}, &page)
	return page.Embedded.Units, err
}

// unit gives one unit. found is false when the register has none of this number; what it has taken away is one that was deleted.
func (c *Client) unit(ctx context.Context, number string) (u Unit, found bool, err error) {
	status, err := c.get(ctx, "/enheter/"+number, nil, &u)
	switch {
	case err != nil || status == http.StatusNotFound:
		return Unit{}, false, err
	case status == http.StatusGone:
		return Unit{Number: number, DeletedOn: "unknown"}, true, nil
	}
	return u, true, nil
}

// update says that something about a unit has changed. The register numbers updates, each higher than those before.
type update struct {
	ID     int64  `json:"oppdateringsid"`
	Number string `json:"organisasjonsnummer"`
}

// updatesFrom gives the next updates from a number on, in their order; none when there are no more.
func (c *Client) updatesFrom(ctx context.Context, id int64) ([]update, error) {
	return c.updates(ctx, url.Values{"oppdateringsid": {strconv.FormatInt(id, 10)}})
}

// updatesSince gives the first updates since a time, in their order.
func (c *Client) updatesSince(ctx context.Context, t time.Time) ([]update, error) {
	return c.updates(ctx, url.Values{"dato": {t.UTC().Format("2006-01-02T15:04:05.000Z")}})
}

func (c *Client) updates(ctx context.Context, query url.Values) ([]update, error) {
	var page struct {
		Embedded struct {
			Updates []update `json:"oppdaterteEnheter"`
		} `json:"_embedded"`
	}
	query.Set("size", strconv.Itoa(updatesAtOnce))
	_, err := c.get(ctx, "/oppdateringer/enheter", query, &page)
	return page.Embedded.Updates, err
}

// get reads an answer of the API into a value. That there is nothing, or no more, is an answer; a refusal is none.
func (c *Client) get(ctx context.Context, path string, query url.Values, into any) (status int, err error) {
	pauses := backoff.NewExponentialBackOff()
	pauses.InitialInterval = c.pause()
	var last error
	status, err = backoff.Retry(ctx, func() (int, error) {
		status, err := c.try(ctx, path, query, into)
		last = err
		return status, err
	}, backoff.WithBackOff(pauses), backoff.WithMaxTries(tries))
	if err == nil {
		return status, nil
	}
	if ctx.Err() != nil {
		return 0, ctx.Err()
	}
	return 0, fault.Wrap(fault.Unavailable, last, "The register at %s does not answer as it should (%v). What was recorded so far stays; run the same command again to go on.", c.Address, last)
}

func (c *Client) pause() time.Duration {
	if c.Pause == 0 {
		return time.Second
	}
	return c.Pause
}

// try asks once. Its error is permanent when asking again cannot help.
func (c *Client) try(ctx context.Context, path string, query url.Values, into any) (status int, err error) {
	if err := c.turns.Wait(ctx); err != nil {
		return 0, backoff.Permanent(err)
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, c.Address+path+"?"+query.Encode(), nil)
	if err != nil {
		return 0, backoff.Permanent(err)
	}
	request.Header.Set("Accept", "application/json")
	response, err := c.http.Do(request)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, response.Body.Close()) }()
	switch status = response.StatusCode; {
	case status == http.StatusOK:
		return status, json.NewDecoder(io.LimitReader(response.Body, longestAnswer)).Decode(into)
	case status == http.StatusNotFound || status == http.StatusGone:
		return status, nil
	case status == http.StatusTooManyRequests || status >= http.StatusInternalServerError:
		if seconds, err := strconv.Atoi(response.Header.Get("Retry-After")); err == nil {
			return status, backoff.RetryAfter(seconds)
		}
		return status, fmt.Errorf("it answers %s", response.Status)
	}
	return status, backoff.Permanent(fmt.Errorf("it answers %s", response.Status))
}
