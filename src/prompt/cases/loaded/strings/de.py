SORT = "Sortiere diese Zeilen: "
COUNT = "Zähle die Wörter: "
