// The counties of both countries as tiles: each has one, about where it lies, as large as any other. Columns go from the coast to the east, rows
// from the north; names are short, as on a signpost.
export const tiles: readonly (readonly [code: string, name: string, column: number, row: number])[] = [
  ['NO073', 'Finnmark', 5, 0], ['NO072', 'Troms', 4, 0], ['NO071', 'Nordland', 3, 1], ['NO060', 'Trøndelag', 3, 2], ['NO0A3', 'Møre og Romsdal', 2, 2],
  ['NO0A2', 'Vestland', 1, 3], ['NO020', 'Innlandet', 3, 3], ['NO085', 'Buskerud', 2, 3], ['NO084', 'Akershus', 3, 4], ['NO081', 'Oslo', 2, 4],
  ['NO0A1', 'Rogaland', 0, 4], ['NO094', 'Telemark', 1, 4], ['NO093', 'Vestfold', 2, 5], ['NO083', 'Østfold', 3, 5], ['NO092', 'Agder', 1, 5],
  ['SE332', 'Norrbotten', 5, 1], ['SE331', 'Västerbotten', 5, 2], ['SE322', 'Jämtland', 4, 2], ['SE321', 'Västernorrland', 5, 3], ['SE312', 'Dalarna', 4, 3],
  ['SE313', 'Gävleborg', 6, 3], ['SE311', 'Värmland', 4, 4], ['SE124', 'Örebro', 5, 4], ['SE125', 'Västmanland', 6, 4], ['SE121', 'Uppsala', 7, 4],
  ['SE232', 'Västra Götaland', 4, 5], ['SE123', 'Östergötland', 5, 5], ['SE122', 'Södermanland', 6, 5], ['SE110', 'Stockholm', 7, 5],
  ['SE231', 'Halland', 4, 6], ['SE211', 'Jönköping', 5, 6], ['SE213', 'Kalmar', 6, 6], ['SE214', 'Gotland', 7, 6],
  ['SE224', 'Skåne', 4, 7], ['SE212', 'Kronoberg', 5, 7], ['SE221', 'Blekinge', 6, 7],
];
