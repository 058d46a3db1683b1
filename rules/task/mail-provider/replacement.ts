// Where private people have their mailboxes; those in ANYWHERE under any ending.
const DOMAINS =
  "gmail.com googlemail.com icloud.com me.com mac.com aol.com msn.com proton.me protonmail.com pm.me " +
  "mail.com hey.com fastmail.com tutanota.com web.de t-online.de freenet.de arcor.de mail.de posteo.de " +
  "orange.fr wanadoo.fr free.fr laposte.net sfr.fr libero.it virgilio.it alice.it tiscali.it wp.pl o2.pl " +
  "onet.pl interia.pl mail.ru bk.ru inbox.ru list.ru rambler.ru ya.ru qq.com 163.com 126.com sina.com " +
  "naver.com daum.net hanmail.net uol.com.br bol.com.br terra.com.br rediffmail.com comcast.net " +
  "verizon.net att.net bluewin.ch btinternet.com ymail.com";
const PRIVATE = new Set(DOMAINS.split(" "));
const ANYWHERE = new Set(
  "yahoo hotmail outlook live gmx yandex zoho".split(" "),
);

/** Says whether an address is at a 'private' mailbox provider or a 'company', null if it is none. */
export function mailProvider(address: string): string | null {
  const found = /^(.+)@(([^\s.@]+)\.([^\s@]+))$/s.exec(
    address.trim().toLowerCase(),
  );
  if (!found) {
    return null;
  }
  const [, , domain = "", first = "", ending = ""] = found;
  // 'yahoo.co.uk' is a provider's, 'live.example.com' is not.
  const national = !ending.includes(".") || /^com?\./.test(ending);
  return PRIVATE.has(domain) || (ANYWHERE.has(first) && national)
    ? "private"
    : "company";
}
