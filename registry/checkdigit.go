package registry

// luhn verifies a number whose last digit is a Luhn check digit: every second digit from the right, starting beside
// the check digit, counts double, and the digit sum is a multiple of ten.
func luhn(digits string) bool {
	sum := 0
	for i := range len(digits) {
		d := int(digits[len(digits)-1-i] - '0')
		if i%2 == 1 {
			d *= 2
			if d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return sum%10 == 0
}

// mod11 verifies a Norwegian organisasjonsnummer: the eight first digits weighted 3 2 7 6 5 4 3 2 and the check
// digit with weight 1 add up to a multiple of eleven. A check digit of ten does not exist, such numbers are not issued.
func mod11(digits string) bool { return sumsToEleven(digits, 3, 2, 7, 6, 5, 4, 3, 2, 1) }

// sumsToEleven says whether digits, each times its weight, add up to a multiple of eleven.
func sumsToEleven(digits string, weights ...int) bool {
	sum := 0
	for i, weight := range weights {
		sum += weight * int(digits[i]-'0')
	}
	return sum%11 == 0
}

// mod97 verifies ISO 7064 MOD 97-10: with A = 10 … Z = 35 written out, the number leaves 1 when divided by 97.
func mod97(value string) bool {
	remainder := 0
	for _, r := range value {
		if r >= 'A' {
			remainder = (remainder*100 + int(r-'A') + 10) % 97
		} else {
			remainder = (remainder*10 + int(r-'0')) % 97
		}
	}
	return remainder == 1
}
