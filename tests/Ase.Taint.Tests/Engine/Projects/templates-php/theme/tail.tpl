{* ok: shown *}
<i>{$VERSION}</i>
{* ruleid: shown *}
<i>{$REFERER}</i>
