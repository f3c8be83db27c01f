package signin

import (
	"net/url"
	"os"
	"regexp"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"partnernet/fault"
	"partnernet/registry"
)

// Issuer is an identity provider that people may sign in with.
type Issuer struct {
	Key              string   `yaml:"key"`              // names it in addresses: sundsvall
	Name             string   `yaml:"name"`             // what people are shown
	Issuer           string   `yaml:"issuer"`           // its address, under which it describes itself
	ClientID         string   `yaml:"clientId"`         // as it knows the registry
	ClientSecretFile string   `yaml:"clientSecretFile"` // holds what the registry proves that with
	Scopes           []string `yaml:"scopes"`           // asked for beside openid
	ACR              []string `yaml:"acr"`              // levels of assurance, one of which must have been reached; any when empty

	secret string
}

var issuerKey = regexp.MustCompile(`^[a-z][a-z0-9-]{0,30}$`)

// ReadIssuers reads a file of identity providers, and the secrets that it names.
func ReadIssuers(path string) ([]Issuer, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, fault.Wrap(fault.BadInput, err, "The issuers cannot be read: %s", err)
	}
	var issuers []Issuer
	if err := yaml.UnmarshalWithOptions(text, &issuers, yaml.Strict()); err != nil {
		return nil, fault.Wrap(fault.BadInput, err, "The issuers cannot be read: %s", yaml.FormatError(err, false, false))
	}
	for i := range issuers {
		if err := issuers[i].check(issuers[:i]); err != nil {
			return nil, fault.Within(path, err)
		}
	}
	return issuers, nil
}

// check says what is wrong with an issuer, and reads its secret.
func (i *Issuer) check(before []Issuer) error {
	switch {
	case !issuerKey.MatchString(i.Key):
		return fault.New(fault.BadInput, "The key %.40q of an issuer stands in addresses: write small letters, digits and hyphens.", i.Key)
	case i.Name == "" || i.ClientID == "" || i.ClientSecretFile == "":
		return fault.New(fault.BadInput, "The issuer %s needs a name, a clientId and a clientSecretFile.", i.Key)
	case slices.ContainsFunc(before, func(other Issuer) bool { return other.Key == i.Key || other.Issuer == i.Issuer }):
		return fault.New(fault.BadInput, "The issuer %s is there twice, or another has its address.", i.Key)
	}
	if err := i.checkAddress(); err != nil {
		return err
	}
	secret, err := os.ReadFile(i.ClientSecretFile)
	if err != nil {
		return fault.Wrap(fault.BadInput, err, "The secret of the issuer %s cannot be read: %s", i.Key, err)
	}
	i.secret = strings.TrimSpace(string(secret))
	return nil
}

// sharedTenants are Entra's addresses for everybody's tenants. Whoever has a tenant can then sign in as anybody they like.
var sharedTenants = []string{"common", "organizations", "consumers"}

func (i *Issuer) checkAddress() error {
	address, err := url.Parse(i.Issuer)
	if err != nil || address.Host == "" || address.Scheme != "https" && (address.Scheme != "http" || !registry.IsThisMachine(address.Host)) {
		return fault.New(fault.BadInput, "The issuer %s needs an address that begins with https://.", i.Key)
	}
	for part := range strings.SplitSeq(address.Path, "/") {
		if slices.Contains(sharedTenants, strings.ToLower(part)) {
			return fault.New(fault.BadInput, "The issuer %s is not one tenant's. Name each tenant as an issuer of its own, by its id.", i.Key)
		}
	}
	return nil
}
