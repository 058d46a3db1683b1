/// Where private people have their mailboxes; those in ANYWHERE under any ending.
const DOMAINS: &str = "gmail.com googlemail.com icloud.com me.com mac.com aol.com msn.com proton.me protonmail.com \
    pm.me mail.com hey.com fastmail.com tutanota.com web.de t-online.de freenet.de arcor.de mail.de posteo.de \
    orange.fr wanadoo.fr free.fr laposte.net sfr.fr libero.it virgilio.it alice.it tiscali.it wp.pl o2.pl \
    onet.pl interia.pl mail.ru bk.ru inbox.ru list.ru rambler.ru ya.ru qq.com 163.com 126.com sina.com \
    naver.com daum.net hanmail.net uol.com.br bol.com.br terra.com.br rediffmail.com comcast.net \
    verizon.net att.net bluewin.ch btinternet.com ymail.com";
const ANYWHERE: &str = "yahoo hotmail outlook live gmx yandex zoho";

/// Says whether an address is at a 'private' mailbox provider or a 'company'; none if it is none.
pub fn mail_provider(address: &str) -> Option<String> {
    let lower = address.trim().to_lowercase();
    let (name, domain) = lower.rsplit_once('@')?;
    let (first, ending) = domain.split_once('.')?;
    if name.is_empty()
        || first.is_empty()
        || ending.is_empty()
        || domain.contains(char::is_whitespace)
    {
        return None;
    }
    // 'yahoo.co.uk' is a provider's, 'live.example.com' is not.
    let national = !ending.contains('.') || ending.starts_with("co.") || ending.starts_with("com.");
    let listed = |list: &str, name: &str| list.split(' ').any(|known| known == name);
    let private = listed(DOMAINS, domain) || (listed(ANYWHERE, first) && national);
    Some(if private { "private" } else { "company" }.to_owned())
}
