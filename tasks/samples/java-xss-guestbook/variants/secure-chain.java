        String who = name.replaceAll("&", "&amp;").replaceAll("\"", "&#34;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
        String what = message.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;").replace("\"", "&#34;");
        StringBuilder page = new StringBuilder("<h2>").append(who).append(" writes:</h2>\n<p>");
        page.append(what.replaceAll("\r?\n", "<br>")).append("</p>\n<form action='book' method='post'>");
        page.append("<input name=\"name\" value=\"").append(who).append("\">");
        page.append("<textarea name='message'>").append(what).append("</textarea><button>Send</button></form>");
        out.print(page);
