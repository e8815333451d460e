<%-- ruleid: shown --%>
<b>${query}</b>
<%-- ok: shown --%>
<b>${count}</b>
