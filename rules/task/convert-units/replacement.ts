// Names, dimension and how many of the dimension's base unit one is. Volumes are US customary.
const UNITS: [string, string, number][] = [
  ["m|meter|meters|metre|metres", "length", 1],
  ["km|kilometer|kilometers|kilometre|kilometres", "length", 1000],
  ["cm|centimeter|centimeters|centimetre|centimetres", "length", 0.01],
  ["mm|millimeter|millimeters|millimetre|millimetres", "length", 0.001],
  ["mi|mile|miles", "length", 1609.344],
  ["yd|yard|yards", "length", 0.9144],
  ["ft|foot|feet", "length", 0.3048],
  ["in|inch|inches", "length", 0.0254],
  ["nmi|nautical mile|nautical miles", "length", 1852],
  ["kg|kilogram|kilograms|kilo|kilos", "mass", 1],
  ["g|gram|grams", "mass", 0.001],
  ["mg|milligram|milligrams", "mass", 1e-6],
  ["t|tonne|tonnes|metric ton|metric tons", "mass", 1000],
  ["lb|lbs|pound|pounds", "mass", 0.45359237],
  ["oz|ounce|ounces", "mass", 0.028349523125],
  ["st|stone|stones", "mass", 6.35029318],
  ["l|liter|liters|litre|litres", "volume", 1],
  ["ml|milliliter|milliliters|millilitre|millilitres", "volume", 0.001],
  ["gal|gallon|gallons", "volume", 3.785411784],
  ["qt|quart|quarts", "volume", 0.946352946],
  ["pt|pint|pints", "volume", 0.473176473],
  ["cup|cups", "volume", 0.2365882365],
  ["fl oz|fluid ounce|fluid ounces", "volume", 0.0295735295625],
  ["tbsp|tablespoon|tablespoons", "volume", 0.01478676478125],
  ["tsp|teaspoon|teaspoons", "volume", 0.00492892159375],
  ["m2|m²|square meter|square meters|square metre|square metres", "area", 1],
  ["ha|hectare|hectares", "area", 10000],
  ["acre|acres", "area", 4046.8564224],
  ["ft2|sq ft|square foot|square feet", "area", 0.09290304],
  ["km2|km²|square kilometer|square kilometers", "area", 1e6],
  ["m/s|meters per second|metres per second", "speed", 1],
  [
    "km/h|kph|kmh|kilometers per hour|kilometres per hour",
    "speed",
    0.2777777777777778,
  ],
  ["mph|miles per hour", "speed", 0.44704],
  ["kn|knot|knots", "speed", 0.5144444444444445],
  ["s|sec|second|seconds", "time", 1],
  ["min|minute|minutes", "time", 60],
  ["h|hr|hour|hours", "time", 3600],
  ["d|day|days", "time", 86400],
  ["week|weeks", "time", 604800],
];
// Names, degrees in kelvin and the kelvin of zero.
const TEMPERATURES: [string, number, number][] = [
  ["k|kelvin", 1, 0],
  ["c|°c|celsius|degrees celsius", 1, 273.15],
  ["f|°f|fahrenheit|degrees fahrenheit", 5 / 9, (459.67 * 5) / 9],
];

interface Unit {
  dimension: string;
  size: number;
  zero: number;
}

/** Returns a value in another unit, or null if the units are unknown or do not match. */
export function convertUnits(
  value: number,
  source: string,
  target: string,
): number | null {
  const [from, to] = [unit(source), unit(target)];
  if (!from || !to || from.dimension !== to.dimension) {
    return null;
  }
  const converted = (value * from.size + from.zero - to.zero) / to.size;
  return Math.round(converted * 1e10) / 1e10;
}

function unit(name: string): Unit | null {
  const wanted = name
    .toLowerCase()
    .replaceAll(".", "")
    .trim()
    .replace(/\s+/g, " ");
  for (const [names, dimension, size] of UNITS) {
    if (names.split("|").includes(wanted)) {
      return { dimension, size, zero: 0 };
    }
  }
  for (const [names, size, zero] of TEMPERATURES) {
    if (names.split("|").includes(wanted)) {
      return { dimension: "temperature", size, zero };
    }
  }
  return null;
}
