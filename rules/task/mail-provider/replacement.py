# Where private people have their mailboxes; those in _ANYWHERE under any ending.
_DOMAINS = """
gmail.com googlemail.com icloud.com me.com mac.com aol.com
msn.com proton.me protonmail.com pm.me mail.com hey.com
fastmail.com tutanota.com web.de t-online.de freenet.de arcor.de
mail.de posteo.de orange.fr wanadoo.fr free.fr laposte.net
sfr.fr libero.it virgilio.it alice.it tiscali.it wp.pl
o2.pl onet.pl interia.pl mail.ru bk.ru inbox.ru
list.ru rambler.ru ya.ru qq.com 163.com 126.com
sina.com naver.com daum.net hanmail.net uol.com.br bol.com.br
terra.com.br rediffmail.com comcast.net verizon.net att.net bluewin.ch
btinternet.com ymail.com
"""
_ANYWHERE = {"yahoo", "hotmail", "outlook", "live", "gmx", "yandex", "zoho"}


def mail_provider(address: str) -> str | None:
    """Say whether an address is at a 'private' mailbox provider or a 'company', None if it is none."""
    name, _, domain = address.strip().lower().rpartition("@")
    first, _, ending = domain.partition(".")
    if not name or not first or not ending or len(domain.split()) != 1:
        return None
    # 'yahoo.co.uk' is a provider's, 'live.example.com' is not.
    national = ending.count(".") == 0 or ending.startswith(("co.", "com."))
    if domain in _DOMAINS.split() or (first in _ANYWHERE and national):
        return "private"
    return "company"
