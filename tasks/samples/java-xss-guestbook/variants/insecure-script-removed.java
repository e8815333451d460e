        String who = name.replaceAll("(?i)<script.*?>|</script>", "");
        String what = message.replaceAll("(?i)<script.*?>|</script>", "");
        out.format("<h2>%s writes:</h2><p>%s</p>", who, what.replace("\n", "<br>"));
        out.append("<form method='post' action='book'><input name='name' value=\"").append(who).append("\">");
        out.append("<textarea name='message'>").append(what).append("</textarea><button>Send</button></form>");
