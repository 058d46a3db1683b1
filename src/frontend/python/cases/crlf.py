crlf = """first
  second\
third"""
x = "é" "ü"  # ä
