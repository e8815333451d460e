<%-- ruleid: shown --%>
<h1>${name}</h1>
<%-- ok: shown --%>
<h1>${fn:escapeXml(name)}</h1>
<%-- ok: shown --%>
<h1><c:out value="${name}"/></h1>
<%-- ruleid: shown --%>
<h1><c:out value="${name}" escapeXml="false"/></h1>
<%-- ruleid: shown --%>
<h1><%= request.getAttribute("name") %></h1>
<%-- ok: shown --%>
<h1>${size}</h1>
