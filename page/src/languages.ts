// The languages of the page, in the order in which words.json has them.
export const languages = ['sv', 'nb', 'en'] as const;
export type Language = (typeof languages)[number];
