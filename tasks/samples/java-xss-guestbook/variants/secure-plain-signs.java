        String who = name.replaceAll("[^\\p{L}\\p{N} .,-]", "");
        String what = message.replaceAll("[^\\p{L}\\p{N}\\s.,:;!?()-]", "");
        out.print("<h2>" + (who.isEmpty() ? "A guest" : who) + " writes:</h2><p>");
        for (String line : what.split("\n")) {
            out.print(line + "<br>");
        }
        out.print("</p><form method='post' action='book'><input name='name' value='" + who + "'>");
        out.print("<textarea name='message'>" + what + "</textarea><button>Send</button></form>");
