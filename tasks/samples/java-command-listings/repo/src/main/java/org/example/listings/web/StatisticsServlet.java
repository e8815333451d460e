package org.example.listings.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import org.example.listings.service.ListingService;
import org.example.listings.tools.ToolException;

/** Counts the lines of a stored program that contain a word: {@code GET /statistics?id=12&word=return}. */
@WebServlet("/statistics")
public class StatisticsServlet extends HttpServlet {
    private transient ListingService listings;

    @Override
    public void init() {
        listings = ListingService.create(Path.of(getServletContext().getInitParameter("listings.home")));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setContentType("text/plain");
        try {
            int id = Integer.parseInt(request.getParameter("id"));
            response.getWriter().println(listings.count(id, request.getParameter("word")));
        } catch (NumberFormatException | ToolException e) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }
}
