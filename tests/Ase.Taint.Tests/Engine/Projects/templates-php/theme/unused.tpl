{* ok: shown *}
<h1>{$NAME}</h1>
