export const SORT = "Sortiere diese Zeilen: ";
