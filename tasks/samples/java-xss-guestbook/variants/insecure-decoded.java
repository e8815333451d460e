        var ascii = java.nio.charset.StandardCharsets.UTF_8;
        String who = java.net.URLDecoder.decode(Html.text(name), ascii);
        String what = java.net.URLDecoder.decode(Html.text(message), ascii);
        out.print("<h2>" + who + " writes:</h2>");
        out.print("<p>" + String.join("<br>", what.lines().toList()) + "</p>");
        out.print("<form method='post' action='book'><input name='name' value='" + who + "'>");
        out.print("<textarea name='message'>" + what + "</textarea><button>Send</button></form>");
