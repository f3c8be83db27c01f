package signin

import (
	"context"
	"net/url"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"

	"partnernet/fault"
)

// identify gives whom a provider's answer names: it trades the code for an ID token, and checks that.
func (p *provider) identify(ctx context.Context, answer url.Values, f flow, callback string) (entry, error) {
	found, err := p.described(ctx)
	if err != nil {
		return entry{}, err
	}
	if iss := answer.Get("iss"); iss != p.Issuer.Issuer && (iss != "" || found.tellsIss) {
		return entry{}, p.untrusted("the answer is of another issuer")
	}
	if code := answer.Get("error"); code != "" {
		return entry{}, fault.New(fault.Unauthenticated, "%s has not signed you in: %.60q.", p.Name, code)
	}
	config := found.config
	config.RedirectURL = callback
	tokens, err := config.Exchange(oidc.ClientContext(ctx, p.client), answer.Get("code"), oauth2.VerifierOption(f.verifier()))
	if err != nil {
		return entry{}, fault.Wrap(fault.Unauthenticated, err, "%s has not confirmed that you signed in there. Begin again.", p.Name)
	}
	raw, _ := tokens.Extra("id_token").(string)
	token, c, err := p.verified(ctx, found, raw)
	if err != nil {
		return entry{}, err
	}
	if doubt := p.doubt(token, c, f.nonce()); doubt != "" {
		return entry{}, p.untrusted(doubt)
	}
	e := entry{issuer: token.Issuer, subject: token.Subject, sid: c.SID, acr: c.ACR}
	if c.AuthTime > 0 {
		e.authenticatedAt = time.Unix(c.AuthTime, 0)
	}
	return e, nil
}

// verified checks what a provider has signed: signature, issuer, audience and expiry.
func (p *provider) verified(ctx context.Context, found *discovered, raw string) (*oidc.IDToken, claims, error) {
	token, err := found.verifier.Verify(oidc.ClientContext(ctx, p.client), raw)
	if err != nil {
		return nil, claims{}, fault.Wrap(fault.Unauthenticated, err, "What %s answers cannot be trusted: %s. Tell the keepers of the registry.", p.Name, "its token does not hold")
	}
	var c claims
	if err := token.Claims(&c); err != nil {
		return nil, claims{}, p.untrusted("its claims cannot be read")
	}
	return token, c, nil
}

// untrusted is the fault of an answer that is not to be trusted.
func (p *provider) untrusted(why string) error {
	return fault.New(fault.Unauthenticated, "What %s answers cannot be trusted: %s. Tell the keepers of the registry.", p.Name, why)
}
