package org.example.guestbook.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import org.example.guestbook.pages.BookPage;
import org.example.guestbook.pages.Layout;
import org.example.guestbook.service.Guestbook;

/** Shows the guestbook and takes new entries. */
@WebServlet("/book")
public class GuestbookServlet extends HttpServlet {
    private final transient Guestbook book = Guestbook.shared();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setContentType("text/html; charset=utf-8");
        PrintWriter out = response.getWriter();
        Layout.begin(out, "Guestbook");
        new BookPage(out).entries(book.latest(20));
        Layout.end(out);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        book.add(request.getParameter("name"), request.getParameter("message"));
        response.sendRedirect("book");
    }
}
