const UNIT: string = "km"; // slot: unit

const RADIUS = UNIT === "mi" ? 6371.0088 / 1.609344 : 6371.0088;

/** Returns the great-circle distance of two points in degrees, or null if there are none. */
export function distanceBetween(
  lat1: number,
  lon1: number,
  lat2: number,
  lon2: number,
): number | null {
  const latitude = Math.max(Math.abs(lat1), Math.abs(lat2));
  if (latitude > 90 || Math.max(Math.abs(lon1), Math.abs(lon2)) > 180) {
    return null;
  }
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const [phi1, phi2] = [radians(lat1), radians(lat2)];
  const height = Math.sin((phi2 - phi1) / 2) ** 2;
  const width =
    Math.sin(radians(lon2 - lon1) / 2) ** 2 * Math.cos(phi1) * Math.cos(phi2);
  const angle = 2 * Math.asin(Math.sqrt(Math.min(1, height + width)));
  return Math.round(RADIUS * angle * 1000) / 1000;
}
