SORT = "Sort these lines: "
