        String who = name.replace("<", "&lt;").replace(">", "&gt;");
        String what = message.replace("<", "&lt;").replace(">", "&gt;");
        StringBuilder page = new StringBuilder("<h2>").append(who).append(" writes:</h2>\n<p>");
        page.append(what.replaceAll("\r?\n", "<br>")).append("</p>\n<form action='book' method='post'>");
        page.append("<input name=\"name\" value=\"").append(who).append("\">");
        page.append("<textarea name='message'>").append(what).append("</textarea><button>Send</button></form>");
        out.print(page);
