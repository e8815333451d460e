{* ruleid: shown *}
<h1>{$NAME}</h1>
{* ok: shown *}
<h1>{$NAME|escape:'html'}</h1>
{* ok: shown *}
<h1>{$CLEAN}</h1>
{* ruleid: shown *}
<h2 class="{if $SIZE > 2}big{/if}">{$TITLE|upper}</h2>
{* ok: shown *}
<p>{$SIZE}</p>
{foreach from=$items item=entry}
{* ruleid: shown *}
<li>{$entry.label}</li>
{* ok: shown *}
<li>{$entry.id}</li>
{/foreach}
{literal}{$NAME}{/literal}
{include file="part.tpl" caption=$TITLE}
