{* ruleid: shown *}
<b>{$caption}</b>
{* ruleid: shown *}
<b>{$NAME}</b>
{* ok: shown *}
<b>{$OTHER}</b>
