export const SORT = "Sort these lines: ";
