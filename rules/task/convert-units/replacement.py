# Names, dimension and how many of the dimension's base unit one is. Volumes are US customary.
_UNITS = [
    ("m|meter|meters|metre|metres", "length", 1.0),
    ("km|kilometer|kilometers|kilometre|kilometres", "length", 1000.0),
    ("cm|centimeter|centimeters|centimetre|centimetres", "length", 0.01),
    ("mm|millimeter|millimeters|millimetre|millimetres", "length", 0.001),
    ("mi|mile|miles", "length", 1609.344),
    ("yd|yard|yards", "length", 0.9144),
    ("ft|foot|feet", "length", 0.3048),
    ("in|inch|inches", "length", 0.0254),
    ("nmi|nautical mile|nautical miles", "length", 1852.0),
    ("kg|kilogram|kilograms|kilo|kilos", "mass", 1.0),
    ("g|gram|grams", "mass", 0.001),
    ("mg|milligram|milligrams", "mass", 1e-6),
    ("t|tonne|tonnes|metric ton|metric tons", "mass", 1000.0),
    ("lb|lbs|pound|pounds", "mass", 0.45359237),
    ("oz|ounce|ounces", "mass", 0.028349523125),
    ("st|stone|stones", "mass", 6.35029318),
    ("l|liter|liters|litre|litres", "volume", 1.0),
    ("ml|milliliter|milliliters|millilitre|millilitres", "volume", 0.001),
    ("gal|gallon|gallons", "volume", 3.785411784),
    ("qt|quart|quarts", "volume", 0.946352946),
    ("pt|pint|pints", "volume", 0.473176473),
    ("cup|cups", "volume", 0.2365882365),
    ("fl oz|fluid ounce|fluid ounces", "volume", 0.0295735295625),
    ("tbsp|tablespoon|tablespoons", "volume", 0.01478676478125),
    ("tsp|teaspoon|teaspoons", "volume", 0.00492892159375),
    ("m2|m²|square meter|square meters|square metre|square metres", "area", 1.0),
    ("ha|hectare|hectares", "area", 10000.0),
    ("acre|acres", "area", 4046.8564224),
    ("ft2|sq ft|square foot|square feet", "area", 0.09290304),
    ("km2|km²|square kilometer|square kilometers", "area", 1e6),
    ("m/s|meters per second|metres per second", "speed", 1.0),
    (
        "km/h|kph|kmh|kilometers per hour|kilometres per hour",
        "speed",
        0.2777777777777778,
    ),
    ("mph|miles per hour", "speed", 0.44704),
    ("kn|knot|knots", "speed", 0.5144444444444445),
    ("s|sec|second|seconds", "time", 1.0),
    ("min|minute|minutes", "time", 60.0),
    ("h|hr|hour|hours", "time", 3600.0),
    ("d|day|days", "time", 86400.0),
    ("week|weeks", "time", 604800.0),
]
# Names, degrees in kelvin and the kelvin of zero.
_TEMPERATURES = [
    ("k|kelvin", 1.0, 0.0),
    ("c|°c|celsius|degrees celsius", 1.0, 273.15),
    ("f|°f|fahrenheit|degrees fahrenheit", 5 / 9, 459.67 * 5 / 9),
]


def convert_units(value: float, source: str, target: str) -> float | None:
    """Return a value in another unit, or None if the units are unknown or do not match."""
    old, new = _unit(source), _unit(target)
    if not old or not new or old[0] != new[0]:
        return None
    _, size, zero = old
    _, new_size, new_zero = new
    return round((value * size + zero - new_zero) / new_size, 10)


def _unit(name: str) -> tuple[str, float, float] | None:
    wanted = " ".join(name.lower().replace(".", "").split())
    for names, dimension, size in _UNITS:
        if wanted in names.split("|"):
            return dimension, size, 0.0
    for names, size, zero in _TEMPERATURES:
        if wanted in names.split("|"):
            return "temperature", size, zero
    return None
