package org.example.lending.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import org.example.lending.service.LendingService;

/** Borrows a tool with POST, and counts the loans of a member with GET. */
@WebServlet("/loans")
public class LoanServlet extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            int count = LendingService.of(getServletContext()).loans(request.getParameter("member"));
            response.setContentType("text/plain");
            response.getWriter().println(count);
        } catch (SQLException e) {
            throw new ServletException("the loans could not be counted", e);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            long tool = Long.parseLong(request.getParameter("tool"));
            LendingService.of(getServletContext()).borrow(tool, request.getParameter("member"));
            response.setStatus(HttpServletResponse.SC_CREATED);
        } catch (NumberFormatException e) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST, "tool must be a number");
        } catch (SQLException e) {
            throw new ServletException("the loan could not be booked", e);
        }
    }
}
