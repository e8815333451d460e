package org.example.guestbook.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import org.example.guestbook.pages.Layout;
import org.example.guestbook.pages.PreviewPage;

/** Shows an entry before it is written: {@code GET /preview?name=Ada&message=Hello}. */
@WebServlet("/preview")
public class PreviewServlet extends HttpServlet {
    private static final int LONGEST = 2000;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String name = orEmpty(request.getParameter("name"));
        String message = orEmpty(request.getParameter("message"));
        if (message.length() > LONGEST) {
            message = message.substring(0, LONGEST);
        }
        response.setContentType("text/html; charset=utf-8");
        PrintWriter out = response.getWriter();
        Layout.begin(out, "Preview");
        new PreviewPage(out).show(name, message);
        Layout.end(out);
    }

    private static String orEmpty(String value) {
        return value == null ? "" : value.strip();
    }
}
