        out.println("<form action='book' method='post'><input name='name'><textarea name='message'></textarea>");
        out.println("<button>Send</button></form>");
