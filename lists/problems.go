package lists

import "cmp"

// Problem is something about a row that people should know.
type Problem struct {
	Code       ProblemCode
	Cell       string // B12; empty when it is about the whole row
	Sentence   string // what is wrong
	Suggestion string // what to do; empty when there is nothing to do
	Refuses    bool   // the row is not taken; otherwise it is, without the value that the problem is about
}

// ProblemCode is the kind of a problem.
type ProblemCode string

// Problems of a row by itself.
const (
	NoValue            ProblemCode = "NO_VALUE"             // an error, or a formula whose result the file does not have
	TooLong            ProblemCode = "TOO_LONG"             //
	DamagedLetters     ProblemCode = "DAMAGED_LETTERS"      // converted by somebody between encodings
	BeyondHeadings     ProblemCode = "BEYOND_HEADINGS"      // cells to the right of all columns of a text file
	NoOrganisationTold ProblemCode = "NO_ORGANISATION_TOLD" // neither a name nor a number
	NoName             ProblemCode = "NO_NAME"              // a number that is new, without a name
	NameIsNoName       ProblemCode = "NAME_IS_NO_NAME"      // a sum, a number or a day where the name stands
	FormulaLike        ProblemCode = "FORMULA_LIKE"         // a text that programs would take for a formula
	OnlyAName          ProblemCode = "ONLY_A_NAME"          // a heading between rows looks so
	NumberForm         ProblemCode = "NUMBER_FORM"          // no number of its register
	NumberCheckDigit   ProblemCode = "NUMBER_CHECK_DIGIT"   //
	NumberOfAPerson    ProblemCode = "NUMBER_OF_A_PERSON"   //
	NumberShortened    ProblemCode = "NUMBER_SHORTENED"     // a spreadsheet has lost digits of it
	NumberRepaired     ProblemCode = "NUMBER_REPAIRED"      // what a spreadsheet had done to it was undone
	NumberUnchecked    ProblemCode = "NUMBER_UNCHECKED"     // of a register whose numbers are not checked
	CountryUnknown     ProblemCode = "COUNTRY_UNKNOWN"      //
	CountryFromNumber  ProblemCode = "COUNTRY_FROM_NUMBER"  // not told, but the number's register is one country's
	CountryContradicts ProblemCode = "COUNTRY_CONTRADICTS"  // told, and the number is of another country's register
	RoleUnknown        ProblemCode = "ROLE_UNKNOWN"         //
	DayUnreadable      ProblemCode = "DAY_UNREADABLE"       //
	DayAmbiguous       ProblemCode = "DAY_AMBIGUOUS"        // nothing tells the day from the month
	DayImprecise       ProblemCode = "DAY_IMPRECISE"        // only a year or a month: the day stays unknown
	DayFromSerial      ProblemCode = "DAY_FROM_SERIAL"      // a spreadsheet's count of days was read as a day
	DayOrder           ProblemCode = "DAY_ORDER"            // ends before it begins
	HomepageUnreadable ProblemCode = "HOMEPAGE_UNREADABLE"  //
	HomepageCompleted  ProblemCode = "HOMEPAGE_COMPLETED"   // https:// was put before it
	IndustryUnreadable ProblemCode = "INDUSTRY_UNREADABLE"  // no NACE code
)

func compareProblems(a, b Problem) int {
	return cmp.Or(cmp.Compare(a.Code, b.Code), cmp.Compare(a.Cell, b.Cell), cmp.Compare(a.Sentence, b.Sentence))
}
