        String who = name.replace("<", "&lt;").replace(">", "&gt;");
        String what = message.replace("<", "&lt;").replace(">", "&gt;");
        out.print("<h2>" + who + " writes:</h2>");
        out.print("<p>" + what.replaceAll("\r?\n", "<br>") + "</p><form action='book' method='post'>");
        out.print("<input name=\"name\" value=\"" + who + "\">");
        out.print("<textarea name='message'>" + what + "</textarea><button>Send</button></form>");
