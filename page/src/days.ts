// dayIn reads a day of the calendar as people write it in Swedish, Norwegian or English: 2023-05-31, 31.5.2023, 31 maj 2023. It gives '' for anything else.
export function dayIn(text: string): string {
  const iso = /(\d{4})-(\d{2})-(\d{2})/.exec(text);
  if (iso) return iso[0];
  const numbers = /(\d{1,2})[./](\d{1,2})[./](\d{4})/.exec(text);
  if (numbers) return dated(numbers[3]!, Number(numbers[2]), numbers[1]!);
  const words = /(\d{1,2})\.?\s+(\p{L}+)\.?\s+(\d{4})/u.exec(text);
  return words ? dated(words[3]!, monthNamed(words[2]!), words[1]!) : '';
}

const dated = (year: string, month: number, day: string) => (month ? `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}` : '');

// monthNamed gives the number of the month whose name begins so, 0 for none.
function monthNamed(name: string): number {
  const months = Array.from({length: 12}, (_, i) => new Date(2024, i, 15));
  const named = (language: string) => 1 + months.findIndex(month => month.toLocaleString(language, {month: 'long'}).toLowerCase().startsWith(name.toLowerCase()));
  return name.length < 3 ? 0 : named('sv') || named('nb') || named('en');
}
