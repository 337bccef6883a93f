/** First and last names put together at random; no person is meant. */
export const FIRST_NAMES = [
  "Ada", "Alfie", "Amara", "Anika", "Arlo", "Beatrix", "Bruno", "Callum", "Carys", "Cora", "Dara", "Delia", "Edith", "Elio",
  "Elin", "Esme", "Felix", "Freya", "Gwen", "Hanna", "Hugo", "Idris", "Imke", "Iris", "Ivo", "Jonas", "Juno", "Kasper",
  "Kira", "Lena", "Leif", "Lotte", "Mabel", "Mateo", "Mina", "Nell", "Niamh", "Noor", "Orla", "Otis", "Pia", "Priya",
  "Quinn", "Remy", "Rosa", "Rufus", "Saoirse", "Selma", "Soren", "Tamsin", "Theo", "Una", "Vera", "Wilf", "Yara", "Zadie",
] as const;

export const LAST_NAMES = [
  "Abernathy", "Ashdown", "Barlowe", "Beckett", "Birchall", "Brannigan", "Calloway", "Carrow", "Claybourne", "Coldwell",
  "Danforth", "Delacroix", "Dunmore", "Eastwell", "Ellery", "Fairhurst", "Fenwick", "Garrick", "Gillespie", "Greenacre",
  "Hallworth", "Harker", "Hollis", "Ingleby", "Jansen", "Kestrel", "Kirkwood", "Larkin", "Lindqvist", "Lockhart", "Marlowe",
  "Merriweather", "Moreau", "Nightingale", "Norcross", "Oakley", "Okafor", "Pemberton", "Penhallow", "Quayle", "Radcliffe",
  "Ravenhill", "Rosewarne", "Sallow", "Sandoval", "Sinclair", "Stanhope", "Thackeray", "Thornbury", "Tiernan", "Umber",
  "Vance", "Vandermeer", "Waverley", "Whitlock", "Winterbourne", "Yarrow", "Zeller",
] as const;
