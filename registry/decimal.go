package registry

import (
	"regexp"

	"github.com/shopspring/decimal"
	"partnernet/fault"
)

// decimalForm bounds both sides of the point and the exponent, so that no short text can stand for a number whose
// arithmetic would fill the memory.
var decimalForm = regexp.MustCompile(`^-?[0-9]{1,20}(\.[0-9]{1,20})?([eE][+-]?[0-9]{1,2})?$`)

// maxPlaces is how many digits a decimal may have on each side of the point.
const maxPlaces = 20

// ParseDecimal reads an exact decimal number with at most 20 digits on each side of the point. Its String method
// gives the canonical text: no exponent, no trailing zeros ("0.35"). Anything else is BAD_INPUT.
func ParseDecimal(text string) (decimal.Decimal, error) {
	number, err := decimal.NewFromString(text)
	if err != nil || !decimalForm.MatchString(text) || number.Exponent() < -maxPlaces || number.NumDigits()+int(number.Exponent()) > maxPlaces {
		return decimal.Decimal{}, fault.Wrap(fault.BadInput, err, "%.50q is not a decimal number; write it with a point and at most %d digits on each side, as in 362060.00.", text, maxPlaces)
	}
	return number, nil
}
