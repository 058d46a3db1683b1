// The pattern of RFC 3986, appendix B.
const URL_PARTS =
  /^(?:([^:/?#]+):(?=\/\/|[^0-9]))?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/;

interface UrlParts {
  scheme: string;
  host: string;
  port: string;
  path: string;
  query: Record<string, string>;
  fragment: string;
}

/** Returns scheme, host, port, path, query and fragment of a URL, or null. */
export function parseUrl(url: string): UrlParts | null {
  let text = url.trim();
  // A host without scheme, as in example.com/path.
  if (
    /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+(?::[0-9]+)?(?:[/?#]|$)/u.test(text)
  ) {
    text = `//${text}`;
  }
  const found = URL_PARTS.exec(text);
  if (!text || !found) {
    return null;
  }
  const [, scheme = "", authority = "", , , fragment = ""] = found;
  let [, , , path = "", query = ""] = found;
  if (!authority && !query && path.includes("=") && !path.includes("/")) {
    [path, query] = ["", path];
  }
  const host = authority.slice(authority.lastIndexOf("@") + 1);
  const port = /:([0-9]+)$/.exec(host);
  return {
    scheme: scheme.toLowerCase(),
    host: port ? host.slice(0, port.index) : host,
    port: port?.[1] ?? "",
    path,
    query: Object.fromEntries(new URLSearchParams(query)),
    fragment,
  };
}
